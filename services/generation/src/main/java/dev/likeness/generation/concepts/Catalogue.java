package dev.likeness.generation.concepts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every concept that comes with the service, in the order of its themes. */
@Component
public class Catalogue {

    private final Map<String, Template> templates = new LinkedHashMap<>();

    /**
     * @throws IllegalStateException where the catalogue breaks one of its rules; the message says all
     */
    public Catalogue() {
        List<Template> all = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            all.addAll(read(theme));
        }
        List<String> faults = CatalogueRules.faults(all);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The catalogue of concepts can't be used: " + String.join("; ", faults));
        }
        all.forEach(template -> templates.put(template.id(), template));
    }

    public List<Template> all() {
        return List.copyOf(templates.values());
    }

    /**
     * @param conceptId with or without a variation
     * @param seed says which variation where the id does not
     */
    public Optional<PlannedConcept> find(String conceptId, long seed) {
        return Optional.ofNullable(templates.get(Template.templateOf(conceptId)))
                .flatMap(template -> template.id().equals(conceptId)
                        ? Optional.of(template.bySeed(seed))
                        : template.variationOf(conceptId).map(template::variation));
    }

    /** As the files write it. */
    private record Entry(String id, String title, String summary, List<String> setting, List<String> light,
            List<String> clothes, List<String> framing, List<String> mood, List<String> style,
            @Nullable List<String> keywords) {

        Template template(Theme theme) {
            return new Template(id, theme, title, summary, keywords == null ? List.of() : keywords,
                    new Template.Parts(setting, light, clothes, framing, mood, style));
        }
    }

    private static List<Template> read(Theme theme) {
        ClassPathResource file = new ClassPathResource("concepts/" + theme.text() + ".json");
        try (InputStream stream = file.getInputStream()) {
            List<Entry> entries = JsonMapper.builder().build().readValue(stream, new TypeReference<List<Entry>>() {
            });
            return entries.stream().map(entry -> entry.template(theme)).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
