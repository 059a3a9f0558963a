@NullMarked
package dev.kindred.http.page;

import org.jspecify.annotations.NullMarked;
