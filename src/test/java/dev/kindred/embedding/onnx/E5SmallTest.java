package dev.kindred.embedding.onnx;

class E5SmallTest extends EmbedderContract {
  E5SmallTest() {
    super("e5-small-v2", 512, .860);
  }
}
