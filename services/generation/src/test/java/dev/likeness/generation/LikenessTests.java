package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.Portrait;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.generation.likeness.Band;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Unmeasured;
import dev.likeness.generation.testing.GenerationStand;
import dev.likeness.generation.testing.Provider;
import dev.likeness.generation.testing.Sitter;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two real faces, a real sandbox and real measuring. It proves the wiring, not how well faces are
 * told apart.
 */
class LikenessTests {

    private static final int PHOTOS = 7;

    private final GenerationStand stand = GenerationStand.shared();
    private final Provider provider = Provider.shared();
    private final List<String> table = new ArrayList<>();

    @AfterEach
    void behaveAgain() {
        provider.behaveAgain();
    }

    @Test
    void everyPictureIsMoreAlikeToItsOwnPersonAndEachIdentityIsToldAsWhatItIs() throws IOException {
        Person obama = sit(Sitter.OBAMA);
        Person biden = sit(Sitter.BIDEN);
        table.add("| picture | of | beside Obama | beside Biden | told as |");
        table.add("|---|---|---|---|---|");

        held("another photo of Obama", Sitter.anotherPhotoOfObama(), "Obama", obama, biden, true);
        held("photo of Obama, held out", Sitter.OBAMA.photo(17), "Obama", obama, biden, true);
        held("photo of Biden, held out", Sitter.BIDEN.photo(17), "Biden", obama, biden, false);
        portraits(obama, "Obama", 2).forEach(each -> held("portrait", bytes(each), "Obama", obama, biden, true));
        portraits(biden, "Biden", 2).forEach(each -> held("portrait", bytes(each), "Biden", obama, biden, false));

        JsonNode view = told(obama, "other", Band.NOT_YOU);
        assertThat(view.path("heldBack").asBoolean()).isTrue();
        assertThat(told(obama, "noface", Band.NOT_MEASURED).path("notMeasured").asString(""))
                .isEqualTo(Unmeasured.NO_FACE.name());
        assertThat(told(obama, "copy", Band.AS_YOUR_PHOTOS).path("copiesPhoto").asBoolean()).isTrue();
        // Half of each face: by its seed one of both prevails, and it may still be alike.
        JsonNode blend = told(obama, "blend", Band.DOUBTFUL, Band.ALIKE);
        assertThat(blend.path("copiesPhoto").asBoolean()).isFalse();
        assertThat(blend.path("percentile").asDouble()).isLessThan(10);

        var _ = Files.write(Files.createDirectories(Path.of("target")).resolve("likeness.md"), table);
        assertThat(stand.database()
                .sql("SELECT sealed FROM selfie WHERE user_id = :userId LIMIT 1")
                .bind("userId", obama.userId().value())
                .map(row -> Objects.requireNonNull(row.get("sealed", byte[].class)))
                .one()
                .block()).hasSize(12 + 512 * 4 + 16);
    }

    private Person sit(Sitter sitter) {
        Person person = GenerationStand.anybody();
        List<byte[]> photos = sitter.photos(0, PHOTOS);
        stand.accept(person, photos);
        var _ = stand.train(person, photos);
        return person;
    }

    private void held(String name, byte[] picture, String of, Person obama, Person biden, boolean isObama) {
        Likeness besideObama = stand.likeness(obama, picture);
        Likeness besideBiden = stand.likeness(biden, picture);
        Likeness own = isObama ? besideObama : besideBiden;
        table.add(String.format(Locale.ROOT, "| %s | %s | %.2f | %.2f | %s, percentile %.0f%s |", name, of,
                score(besideObama), score(besideBiden), own.band(), own.figures().orElseThrow().percentile(),
                own.copiesPhoto() ? ", a copy" : ""));
        Likeness other = isObama ? besideBiden : besideObama;
        assertThat(score(own)).isGreaterThan(score(other));
        assertThat(own.band()).isIn(Band.AS_YOUR_PHOTOS, Band.ALIKE);
        assertThat(other.band()).isEqualTo(Band.NOT_YOU);
    }

    private List<Portrait> portraits(Person person, String name, int outputs) {
        String id = request(person, outputs);
        JsonNode view = stand.ended(person, id);
        assertThat(view.path("portraits")).as(name + view).hasSize(outputs);
        List<Double> likenesses = view.path("portraits")
                .valueStream()
                .map(each -> each.path("likeness").asDouble())
                .toList();
        assertThat(likenesses).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        List<Portrait> portraits = stand.events()
                .await(PortraitsGenerated.class, person.userId().value())
                .getPortraits();
        assertThat(portraits).extracting(Portrait::getLikeness).isEqualTo(likenesses);
        assertThat(portraits).allSatisfy(each -> {
            assertThat(each.getLikenessPercentile()).isBetween(0.0, 100.0);
            assertThat(each.getHeldBack()).isFalse();
            assertThat(each.getCopiesPhoto()).isFalse();
        });
        return portraits;
    }

    private JsonNode told(Person person, String identity, Band... bands) {
        provider.behave(Map.of("identity", identity));
        JsonNode portrait = stand.ended(person, request(person, 1)).path("portraits").get(0);
        table.add(String.format(Locale.ROOT, "| portrait, identity `%s` | – | %.2f | – | %s%s |", identity,
                portrait.path("likeness").asDouble(Double.NaN), portrait.path("band").asString(""),
                portrait.path("copiesPhoto").asBoolean() ? ", a copy" : ""));
        assertThat(Band.valueOf(portrait.path("band").asString(""))).as(portrait.toString()).isIn((Object[]) bands);
        return portrait;
    }

    private String request(Person person, int outputs) {
        return stand.as(person)
                .post("/v1/generations", Map.of("prompt", "in a studio", "outputs", outputs))
                .json()
                .path("generationId")
                .asString("");
    }

    private byte[] bytes(Portrait portrait) {
        return stand.store()
                .bytes(ObjectKey.in(Bucket.PREVIEWS, portrait.getObjectKey()), 10_000_000)
                .blockOptional()
                .orElseThrow();
    }

    private static double score(Likeness likeness) {
        return likeness.figures().orElseThrow().score();
    }
}
