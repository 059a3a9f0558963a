package dev.kindred.cli;

import java.nio.file.Path;

/** A folder with a server in this process, on a port of its own. */
record ServedFolder(Path data, OpenCollection collection, Service service)
    implements AutoCloseable {
  static ServedFolder start(Path data) {
    Options options = CommandRun.options(data);
    OpenCollection collection = OpenCollection.open(options);
    try (Shutdown shutdown = Shutdown.expect()) {
      Service service = Service.start(collection, collection.embed(), options, "test");
      service.awaitReady(shutdown);
      return new ServedFolder(data, collection, service);
    }
  }

  @Override
  public void close() {
    try (collection) {
      service.close();
    }
  }
}
