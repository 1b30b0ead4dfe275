package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.FaceVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether all faces of a set are one person's. Only vectors of one embedder and version are
 * compared; those of another are a comparison of their own.
 *
 * @param reasons against single photos, or warnings
 * @param several against the set, where nobody can tell who is meant
 */
record People(Map<PhotoId, Reason> reasons, Optional<Reason> several) {

    /** A face to compare. */
    record Face(PhotoId photo, FaceVector vector, boolean vouchedFor) {}

    static boolean comparable(FaceVector one, FaceVector other) {
        return one.embedder().equals(other.embedder()) && one.version().equals(other.version())
                && one.values().size() == other.values().size();
    }

    /** @param faces in the order of the set */
    static People of(List<Face> faces, Limits.Person limits) {
        List<List<Face>> kinds = new ArrayList<>();
        for (Face face : faces) {
            kinds.stream()
                    .filter(kind -> comparable(kind.getFirst().vector(), face.vector()))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Face> fresh = new ArrayList<>();
                        kinds.add(fresh);
                        return fresh;
                    })
                    .add(face);
        }
        Map<PhotoId, Reason> reasons = new LinkedHashMap<>();
        Optional<Reason> several = Optional.empty();
        for (List<Face> kind : kinds) {
            People found = new Comparison(kind, limits).people();
            reasons.putAll(found.reasons());
            several = several.or(found::several);
        }
        return new People(reasons, several);
    }
}
