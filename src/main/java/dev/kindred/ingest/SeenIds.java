package dev.kindred.ingest;

import dev.kindred.paper.PaperId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which ids an import has met, eight bytes each. Remembers {@link #MAX} of them and no more, so
 * that its memory is bounded; beyond, a repeated paper is counted as changed or unchanged instead
 * of as a duplicate. Open addressing with linear probing; not thread-safe.
 */
final class SeenIds {
  static final int MAX = 1 << 22;

  private long[] slots = new long[1 << 10];
  private int size;

  /** Notes an id; false if it had been noted before. */
  boolean add(PaperId id) {
    long hash = hash(id);
    int slot = slotOf(slots, hash);
    if (slots[slot] == hash) {
      return false;
    }
    if (size < MAX) {
      slots[slot] = hash;
      size++;
      growIfHalfFull();
    }
    return true;
  }

  private void growIfHalfFull() {
    if (size * 2 <= slots.length) {
      return;
    }
    long[] wider = new long[slots.length * 2];
    Arrays.stream(slots)
        .filter(hash -> hash != 0)
        .forEach(hash -> wider[slotOf(wider, hash)] = hash);
    slots = wider;
  }

  private static int slotOf(long[] slots, long hash) {
    int mask = slots.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** 64 bits of FNV-1a; 0 marks a free slot and stands for 1. */
  private static long hash(PaperId id) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : id.value().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }
}
