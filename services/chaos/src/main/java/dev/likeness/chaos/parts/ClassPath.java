package dev.likeness.chaos.parts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This JVM's class path, in the order that an archive of its jars' classes asks for. */
final class ClassPath {

    private ClassPath() {}

    static String jars() {
        return entries().stream().filter(entry -> !Files.isDirectory(Path.of(entry))).collect(joined());
    }

    static String jarsFirst() {
        return Stream.concat(Stream.of(jars()), entries().stream().filter(entry -> Files.isDirectory(Path.of(entry))))
                .collect(joined());
    }

    private static List<String> entries() {
        return Arrays.asList(System.getProperty("java.class.path", "").split(File.pathSeparator, -1));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(File.pathSeparator);
    }
}
