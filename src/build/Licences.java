import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Checks by what licence each part of the distribution is used, and writes what has to go with it:
 * the bill of materials and the notices of third parties. Arguments: the bill of materials with the
 * texts of licences, the rules (licences.txt), the libraries' folder, the models' folder, the
 * folder to write to.
 */
class Licences {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RULE = "=".repeat(80) + "\n";

  public static void main(String[] args) throws IOException {
    ObjectNode bill = (ObjectNode) JSON.readTree(Files.readString(Path.of(args[0])));
    Rules rules = Rules.read(Path.of(args[1]));
    List<Part> parts = new ArrayList<>();
    bill.path("components").forEach(component -> parts.add(Part.of(component, rules)));
    parts.addAll(models(Path.of(args[3])));
    List<String> refused = refusals(parts, rules);
    if (!refused.isEmpty()) {
      refused.forEach(System.err::println);
      System.err.println(args[1] + " says which licences are accepted, and how to choose one.");
      System.exit(1);
    }
    Path folder = Files.createDirectories(Path.of(args[4]));
    Files.writeString(
        folder.resolve("NOTICES.txt"), notices(parts, texts(bill), rules, Path.of(args[2])));
    Files.writeString(folder.resolve("kindred.cdx.json"), withoutTexts(bill));
  }

  private static List<String> refusals(List<Part> parts, Rules rules) {
    List<String> refused = new ArrayList<>();
    for (Part part : parts) {
      if (!rules.accepted().contains(part.licence())) {
        refused.add(
            "%s offers %s, of which %s"
                .formatted(
                    part.name(),
                    part.offered().isEmpty() ? "no licence" : String.join(" or ", part.offered()),
                    part.licence().isEmpty() ? "none was chosen" : "the chosen one is refused"));
      }
    }
    Set<String> groups = new TreeSet<>(rules.taken().keySet());
    groups.addAll(rules.holders().keySet());
    parts.forEach(part -> groups.remove(part.group()));
    groups.forEach(group -> refused.add("there is a rule for " + group + ", which has no part"));
    return refused;
  }

  /** The models of the build, by their cards. */
  private static List<Part> models(Path folder) throws IOException {
    List<Part> models = new ArrayList<>();
    try (Stream<Path> cards = Files.walk(folder, 2)) {
      for (Path card : cards.filter(file -> file.endsWith("model.json")).sorted().toList()) {
        JsonNode json = JSON.readTree(Files.readString(card));
        String licence = json.path("licence").asText();
        models.add(
            new Part(
                "",
                "model " + json.path("name").asText(),
                List.of(licence),
                licence,
                json.path("description").asText(),
                ""));
      }
    }
    return models;
  }

  private static Map<String, String> texts(JsonNode bill) {
    Map<String, String> texts = new TreeMap<>();
    for (JsonNode component : bill.path("components")) {
      for (JsonNode choice : component.path("licenses")) {
        String id = choice.path("license").path("id").asText();
        String text = choice.path("license").path("text").path("content").asText();
        if (!id.isEmpty() && !text.isEmpty()) {
          byte[] bytes = Base64.getMimeDecoder().decode(text);
          texts.put(id, new String(bytes, StandardCharsets.UTF_8).strip() + "\n");
        }
      }
    }
    return texts;
  }

  private static String withoutTexts(ObjectNode bill) throws IOException {
    for (JsonNode licence : bill.findValues("license")) {
      ((ObjectNode) licence).remove("text");
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n";
  }

  private static String notices(
      List<Part> parts, Map<String, String> texts, Rules rules, Path libraries) throws IOException {
    StringBuilder all = new StringBuilder("What Kindred is distributed with, and by which licence");
    all.append("\n\n");
    Map<String, List<String>> own = new LinkedHashMap<>();
    Set<String> used = new TreeSet<>();
    for (Part part : parts) {
      all.append(part.name()).append("\n    ").append(part.licence());
      all.append(part.source().isEmpty() ? "\n" : "; " + part.source() + "\n");
      if (rules.holders().containsKey(part.group())) {
        all.append("    Copyright (c) ").append(rules.holders().get(part.group())).append('\n');
      }
      used.add(part.licence());
      if (!part.jar().isEmpty()) {
        for (String text : ownTexts(libraries.resolve(part.jar()))) {
          own.computeIfAbsent(text, _ -> new ArrayList<>()).add(part.name());
        }
      }
    }
    for (String licence : used) {
      String text = texts.get(licence);
      if (text == null) {
        throw new IllegalStateException("no text of the licence " + licence);
      }
      all.append('\n').append(RULE).append(licence).append('\n').append(RULE).append(text);
    }
    own.forEach((text, of) -> {
      all.append('\n').append(RULE).append("Of ").append(String.join(", ", of));
      all.append('\n').append(RULE).append(text);
    });
    return all.toString();
  }

  /** The notices in a jar, and those licences that name who holds the copyright. */
  private static List<String> ownTexts(Path jar) throws IOException {
    List<String> texts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().toList()) {
        String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (file.matches("(?i)(NOTICE|LICEN[SC]E|ThirdPartyNotices)(\\.txt|\\.md)?")) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
          texts.add(text + "\n");
        }
      }
    }
    return texts;
  }

  /** A part of the distribution; {@code licence} is empty when none can be told. */
  private record Part(
      String group, String name, List<String> offered, String licence, String source, String jar) {
    static Part of(JsonNode component, Rules rules) {
      String group = component.path("group").asText();
      String artifact = component.path("name").asText();
      String version = component.path("version").asText();
      List<String> offered = new ArrayList<>();
      for (JsonNode choice : component.path("licenses")) {
        JsonNode licence = choice.path("license");
        String name = licence.path("id").asText(licence.path("name").asText());
        offered.add(rules.called().getOrDefault(name, name));
      }
      String taken = rules.taken().getOrDefault(group, "");
      String only = offered.size() == 1 ? offered.getFirst() : "";
      return new Part(
          group,
          group + ":" + artifact + ":" + version,
          offered,
          offered.contains(taken) ? taken : only,
          address(component),
          artifact + "-" + version + ".jar");
    }

    private static String address(JsonNode component) {
      Map<String, String> addresses = new TreeMap<>();
      for (JsonNode reference : component.path("externalReferences")) {
        addresses.put(reference.path("type").asText(), reference.path("url").asText());
      }
      return addresses.getOrDefault("vcs", addresses.getOrDefault("website", ""));
    }
  }

  /** What licences.txt says; its form is described there. */
  private record Rules(
      Set<String> accepted,
      Map<String, String> called,
      Map<String, String> taken,
      Map<String, String> holders) {
    static Rules read(Path file) throws IOException {
      Rules rules = new Rules(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
          case "", "#" -> {}
          case "accept" -> rules.accepted.add(words[1]);
          case "call" -> rules.called.put(words[2], words[1]);
          case "take" -> rules.taken.put(words[2].split(" ", 2)[0], words[1]);
          case "copyright" -> rules.holders.put(words[1], words[2]);
          default -> throw new IllegalArgumentException(file + " has the line: " + line);
        }
      }
      return rules;
    }
  }
}
