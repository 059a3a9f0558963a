package dev.kindred.paper;

import java.time.Duration;

/**
 * Something the service understands and will not do. The message names the value and the rule and
 * is meant for whoever asked. Has no stack trace: it is an answer, not a fault.
 */
public abstract sealed class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Rejection(String message) {
    super(message, null, false, false);
  }

  /** The message; never null for a rejection. */
  public final String reason() {
    return String.valueOf(getMessage());
  }

  /** A value that breaks a rule. */
  public static final class InvalidRequest extends Rejection {
    private static final long serialVersionUID = 1L;

    public InvalidRequest(String message) {
      super(message);
    }
  }

  /** No paper has this id. */
  public static final class UnknownPaper extends Rejection {
    private static final long serialVersionUID = 1L;

    public UnknownPaper(PaperId id) {
      super("no paper has the id \"%s\"".formatted(id));
    }
  }

  /** There is nothing at this address. */
  public static final class UnknownRoute extends Rejection {
    private static final long serialVersionUID = 1L;

    public UnknownRoute(String message) {
      super(message);
    }
  }

  /** A list that is not kept any more. */
  public static final class ExpiredCursor extends Rejection {
    private static final long serialVersionUID = 1L;

    public ExpiredCursor(String message) {
      super(message);
    }
  }

  /** The address is right, the HTTP method is not. */
  public static final class MethodNotAllowed extends Rejection {
    private static final long serialVersionUID = 1L;

    public MethodNotAllowed(String message) {
      super(message);
    }
  }

  /** More bytes than are read at once. */
  public static final class TooLarge extends Rejection {
    private static final long serialVersionUID = 1L;

    public TooLarge(String message) {
      super(message);
    }
  }

  /** An address of more bytes than are looked at. */
  public static final class AddressTooLong extends Rejection {
    private static final long serialVersionUID = 1L;

    public AddressTooLong(String message) {
      super(message);
    }
  }

  /** A body in a form that is not read. */
  public static final class UnsupportedMediaType extends Rejection {
    private static final long serialVersionUID = 1L;

    public UnsupportedMediaType(String message) {
      super(message);
    }
  }

  /** An operator's action without the operator's token. */
  public static final class Unauthorized extends Rejection {
    private static final long serialVersionUID = 1L;

    public Unauthorized(String message) {
      super(message);
    }
  }

  /** Not for whoever asks, or not from there. */
  public static final class Forbidden extends Rejection {
    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
      super(message);
    }
  }

  /** Whoever asks does so too often. */
  public static final class TooManyRequests extends Rejection {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /**
     * Says when to come again.
     *
     * @param wait until the next request is let in
     */
    public TooManyRequests(String message, Duration wait) {
      super(message);
      this.wait = wait;
    }

    public Duration waitingTime() {
      return wait;
    }
  }

  /** Right, but not at this moment: not ready yet, shutting down, or too much at once. */
  public static final class Unavailable extends Rejection {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
      super(message);
    }
  }

  /** A model that is missing, damaged, or not of a kind that can be run. */
  public static final class UnusableModel extends Rejection {
    private static final long serialVersionUID = 1L;

    public UnusableModel(String message) {
      super(message);
    }
  }

  /** A store that is in use, damaged, or made by something incompatible. */
  public static final class UnusableStore extends Rejection {
    private static final long serialVersionUID = 1L;

    public UnusableStore(String message) {
      super(message);
    }
  }

  /** Settings of the process, all that are wrong reported together. */
  public static final class InvalidSettings extends Rejection {
    private static final long serialVersionUID = 1L;

    public InvalidSettings(String message) {
      super(message);
    }
  }
}
