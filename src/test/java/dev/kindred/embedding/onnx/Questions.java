package dev.kindred.embedding.onnx;

import java.util.List;

/** Ten invented abstracts, each with a question that shares few words with it. */
final class Questions {
  record Pair(String question, String passage) {}

  static final List<Pair> PAIRS =
      List.of(
          new Pair(
              "how do plants notice a lack of water?",
              "Root tips respond to drying soil within minutes. We show that a hydraulic signal"
                  + " travels to the leaves, where it raises abscisic acid and closes stomata."),
          new Pair(
              "do birds find their way by magnetism?",
              "European robins kept under weak radio-frequency noise lost their migratory"
                  + " orientation, which supports a compass based on radical pairs in the retina."),
          new Pair(
              "making language models cheaper to run",
              "We prune and quantise transformer decoders so that text generation needs a quarter"
                  + " of the memory while perplexity rises by less than two per cent."),
          new Pair(
              "which bacteria resist antibiotics in hospitals",
              "Isolates of Klebsiella from intensive care wards carried carbapenemase genes on"
                  + " plasmids that moved between species during an outbreak."),
          new Pair(
              "age of the universe from exploding stars",
              "Type Ia supernovae at high redshift constrain the Hubble constant and with it the"
                  + " time since the Big Bang to within three per cent."),
          new Pair(
              "why do banks fail together?",
              "Interbank lending spreads losses through a network of balance sheets; common"
                  + " exposure to one asset makes simultaneous default far more likely."),
          new Pair(
              "how children learn to read",
              "Training in hearing the sounds inside words before school improved decoding and"
                  + " spelling of six-year-olds in a trial with forty kindergartens."),
          new Pair(
              "storing electricity for longer",
              "A zinc-air flow battery with a bifunctional catalyst kept 85 per cent of its"
                  + " capacity over two thousand cycles of charging and discharging."),
          new Pair(
              "ice sheets and rising seas",
              "Satellite gravimetry shows that Greenland lost mass at an accelerating rate, adding"
                  + " about seven millimetres to mean ocean level in a decade."),
          new Pair(
              "ancient trade routes of the Romans",
              "Amphora stamps and isotopes of marble trace the shipping of oil and wine from"
                  + " Baetica to the frontier on the Rhine in the second century."));

  private Questions() {}
}
