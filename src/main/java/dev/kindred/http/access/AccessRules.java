package dev.kindred.http.access;

/**
 * Who may do what without a key, and how much.
 *
 * @param publicSearch whether anybody may search and read
 * @param insecure whether anybody may write, too
 * @param proxies whose forwarding headers are believed
 * @param requestsPerMinute of each key and of each address; 0 for as many as they like
 */
public record AccessRules(
    boolean publicSearch, boolean insecure, Networks proxies, int requestsPerMinute) {
  /** Nobody from elsewhere without a key. */
  public static final AccessRules STRICT = new AccessRules(false, false, Networks.NONE, 0);

  Role withoutKey() {
    if (insecure) {
      return Role.WRITE;
    }
    return publicSearch ? Role.SEARCH : Role.ANYBODY;
  }
}
