package dev.kindred.embedding.onnx;

class BgeSmallTest extends EmbedderContract {
  BgeSmallTest() {
    super("bge-small-en-v1.5", 512, .674);
  }
}
