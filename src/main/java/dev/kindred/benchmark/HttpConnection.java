package dev.kindred.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection to a server, kept between requests (HTTP/1.1). It costs a tenth of the CPU time of
 * the JDK's client, which would be taken from the server on the same cores. Used by one thread.
 */
final class HttpConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUFFER = 1 << 16;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final Socket socket = new Socket();
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];

  HttpConnection(int port) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  /** The bytes of a request without a body. */
  static byte[] request(String path) {
    return "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n"
        .formatted(path)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a request and reads the whole answer; gives its status and the bytes of its body. */
  Answer send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().substring(STATUS_AT, STATUS_AT + 3));
    long length = 0;
    boolean isChunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Long.parseLong(lower.substring(LENGTH.length()).strip());
      }
      isChunked |= lower.equals(CHUNKED);
    }
    return new Answer(status, isChunked ? chunks() : skip(length));
  }

  /** What came back. */
  record Answer(int status, long bytes) {}

  private long chunks() throws IOException {
    long bytes = 0;
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      bytes += skip(size);
      line();
    }
    line();
    return bytes;
  }

  private long chunkSize() throws IOException {
    return Long.parseLong(line(), 16);
  }

  private long skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (read < 0) {
        throw new EOFException("the answer breaks off");
      }
      left -= read;
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the answer breaks off");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
