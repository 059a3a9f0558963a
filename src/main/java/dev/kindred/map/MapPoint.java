package dev.kindred.map;

import dev.kindred.paper.PaperId;

/**
 * A paper on the map.
 *
 * @param x 0 to the map's width
 * @param y 0 to the map's height
 * @param region its smallest, by place in {@link CollectionMap#regions}
 * @param year 0 if it is not known
 * @param vectorHash of the embedding it lies by
 */
public record MapPoint(PaperId id, int x, int y, int region, int year, int vectorHash) {}
