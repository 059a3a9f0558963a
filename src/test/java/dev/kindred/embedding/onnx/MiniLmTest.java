package dev.kindred.embedding.onnx;

class MiniLmTest extends EmbedderContract {
  MiniLmTest() {
    super("all-MiniLM-L6-v2", 256, .473);
  }
}
