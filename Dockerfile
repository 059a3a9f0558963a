# Two bases, both replaceable: the first needs a JDK 25, the second a Java 25 runtime.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
RUN command -v mvn >/dev/null || { \
      apt-get update && apt-get install -y --no-install-recommends maven \
      && rm -rf /var/lib/apt/lists/*; }
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY models models
RUN mvn -B -ntp -q package -Dmaven.test.skip=true
# A run that loads a model unpacks native code, so that the container need not write any.
COPY kindred ./
RUN DJL_CACHE_DIR=/build/native ./kindred demo --rehearse --port 0

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Kindred" \
      org.opencontainers.image.description="Semantic search for collections of abstracts" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /build/target/kindred.jar /opt/kindred/kindred.jar
COPY --from=build /build/target/lib /opt/kindred/lib
COPY --from=build /build/models /opt/kindred/models
COPY --from=build /build/native /opt/kindred/native
COPY --from=build /build/src/launch /opt/kindred/launch
RUN ln -s /opt/kindred/launch/container.sh /usr/local/bin/kindred \
    && install -d -o 10001 -g 10001 /data
ENV KINDRED_DATA=/data \
    KINDRED_HOST=0.0.0.0 \
    KINDRED_PORT=8080 \
    KINDRED_MODELS=/opt/kindred/models
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["kindred", "health"]
ENTRYPOINT ["kindred"]
CMD ["serve"]
