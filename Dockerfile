# syntax=docker/dockerfile:1
# The one base, replaceable: a JDK 25 on a Linux with glibc, and Maven or apt-get to install it.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk

# The jar, the libraries and the models are the same on every platform: made on the builder's own.
FROM --platform=${BUILDPLATFORM:-} ${BUILD_IMAGE} AS build
RUN command -v mvn >/dev/null || { \
      apt-get update && apt-get install -y --no-install-recommends maven \
      && rm -rf /var/lib/apt/lists/*; }
WORKDIR /build
COPY pom.xml LICENSE ./
COPY src/build src/build
COPY src/main src/main
COPY models models
RUN mvn -B -ntp -q package -Dmaven.test.skip=true

# What runs on one platform: its runtime, its native code, its trained start.
FROM ${BUILD_IMAGE} AS platform
ARG SOURCE_DATE_EPOCH=0
WORKDIR /opt/kindred
RUN jlink --output runtime --compress zip-6 --strip-java-debug-attributes --no-header-files --no-man-pages \
      --add-modules java.base,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.incubator.vector,jdk.management,jdk.unsupported
COPY src/launch launch
COPY src/build/Natives.java src/build/image-root.sh /build/
COPY --from=build /build/models models
# Those that the image has; the demo and a new store use the first.
ARG MODELS="bge-small-en-v1.5 e5-small-v2 all-MiniLM-L6-v2"
RUN for model in models/*; do \
      case " $MODELS " in *" ${model#*/} "*) ;; *) rm -r "$model" ;; esac; \
    done
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/kindred.jar /build/LICENSE ./
COPY --from=build /build/target/legal legal
# The first run has the libraries unpack their native code; then only this platform's is kept.
RUN mv launch/container.sh launch/kindred \
    && DJL_CACHE_DIR=/opt/kindred/native launch/kindred demo --rehearse --port 0 \
    && rm -rf native/onnxruntime* \
    && java /build/Natives.java "$(uname -m)" lib native \
    && find . -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} + \
    && chmod -R a+rX . \
    && KINDRED_JAVA_OPTS="-XX:AOTCacheOutput=/opt/kindred/kindred.aot" \
       launch/kindred demo --rehearse --port 0 \
    && chmod a+r kindred.aot
RUN find runtime native -name '*.so*' -type f -exec sh /build/image-root.sh /root-of-image runtime/bin/java {} + \
    && find /root-of-image -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} + \
    && mkdir /empty

FROM scratch
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Kindred" \
      org.opencontainers.image.description="Semantic search for collections of abstracts" \
      org.opencontainers.image.documentation="src/docs/operating.md" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# What changes least comes first, so that an update fetches little.
COPY --from=platform /root-of-image /
COPY --from=platform /opt/kindred/runtime /opt/kindred/runtime
COPY --from=platform /opt/kindred/models /opt/kindred/models
COPY --from=platform /opt/kindred/native /opt/kindred/native
COPY --from=platform /opt/kindred/lib /opt/kindred/lib
COPY --from=platform /opt/kindred/launch /opt/kindred/launch
COPY --from=platform /opt/kindred/legal /opt/kindred/legal
COPY --from=platform /opt/kindred/LICENSE /opt/kindred/kindred.jar /opt/kindred/kindred.aot /opt/kindred/
COPY --from=platform --chown=10001:10001 /empty /data
ENV PATH=/opt/kindred/launch:/opt/kindred/runtime/bin:/bin \
    LANG=C.UTF-8 \
    KINDRED_DATA=/data \
    KINDRED_HOST=0.0.0.0 \
    KINDRED_FIRST_KEY=on \
    KINDRED_LOG_FORMAT=json \
    KINDRED_PORT=8080 \
    KINDRED_MODELS=/opt/kindred/models
USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["kindred", "health"]
ENTRYPOINT ["kindred"]
CMD ["serve"]
