package dev.kindred.map;

import java.util.OptionalInt;

/**
 * Papers that lie together, with a name.
 *
 * @param x of where they are closest together
 * @param y of the same place
 * @param parent the large region it is a part of, by place; empty if it is a large one itself
 * @param papers how many, when the map was made
 */
public record Region(String name, int x, int y, OptionalInt parent, int papers) {}
