package dev.likeness.validation.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of things that are alike: agglomerative clustering with average linkage (Sokal and
 * Michener 1958). Of equally alike groups the earlier ones are joined first, so that the outcome
 * depends on the order of the things alone.
 */
final class Clusters {

    private final double[][] likeness;

    /** @param likeness of each to each, symmetric */
    Clusters(double[][] likeness) {
        this.likeness = likeness;
    }

    /**
     * Groups in which no two could be joined with a mean likeness of at least the given one; the
     * largest first, of equally large ones the one with the earliest member.
     */
    List<List<Integer>> of(double least) {
        List<List<Integer>> groups = new ArrayList<>(
                IntStream.range(0, likeness.length).mapToObj(List::of).toList());
        while (joinTheMostAlike(groups, least)) {
            // Until none are alike enough.
        }
        groups.sort(Comparator.<List<Integer>>comparingInt(List::size).reversed().thenComparing(List::getFirst));
        return groups;
    }

    private boolean joinTheMostAlike(List<List<Integer>> groups, double least) {
        int first = -1;
        int second = -1;
        double most = least;
        for (int one = 0; one < groups.size(); one++) {
            for (int other = one + 1; other < groups.size(); other++) {
                double alike = mean(groups.get(one), groups.get(other));
                if (alike > most || (first < 0 && alike >= least)) {
                    first = one;
                    second = other;
                    most = alike;
                }
            }
        }
        if (first < 0) {
            return false;
        }
        List<Integer> joined = new ArrayList<>(groups.get(first));
        joined.addAll(groups.remove(second));
        groups.set(first, joined.stream().sorted().toList());
        return true;
    }

    /** Mean likeness of the members of one to those of the other. */
    double mean(List<Integer> one, List<Integer> other) {
        double sum = 0;
        for (int a : one) {
            for (int b : other) {
                sum += likeness[a][b];
            }
        }
        return sum / ((double) one.size() * other.size());
    }
}
