/** What is asked: parameters and bodies, read and checked. */
@NullMarked
package dev.kindred.http.request;

import org.jspecify.annotations.NullMarked;
