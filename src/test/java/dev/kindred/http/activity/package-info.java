@NullMarked
package dev.kindred.http.activity;

import org.jspecify.annotations.NullMarked;
