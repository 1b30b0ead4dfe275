package dev.likeness.upload;

import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.messaging.testing.ServiceStand;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** The service on real parts, one for all tests of this JVM. */
public final class RunningUpload {

    public static final int LARGEST_PHOTO = 2_000_000;
    public static final int AT_ONCE_PER_PERSON = 8;

    private static final RunningUpload ONLY = new RunningUpload();

    private final ServiceStand stand = new ServiceStand("upload");
    private final Path spool = directory();
    private final DownstreamStub downstream = DownstreamStub.start();
    private final ConfigurableApplicationContext context;
    private final URI edge;

    private RunningUpload() {
        context = Upload.application().run(arguments());
        edge = ServiceStand.url(context);
    }

    public static RunningUpload shared() {
        return ONLY;
    }

    private String[] arguments() {
        return stand.settings("upload.edge.validation-url=" + downstream.url(),
                "upload.edge.training-url=" + downstream.url(), "upload.edge.generation-url=" + downstream.url(),
                "upload.edge.gallery-url=http://127.0.0.1:" + DownstreamStub.closedPort(),
                "upload.edge.response-timeout=1s", "upload.limits.photo-size=" + LARGEST_PHOTO + "B",
                "upload.limits.idle=2s", "upload.limits.at-once-per-person=" + AT_ONCE_PER_PERSON,
                "upload.limits.queue=1s", "upload.limits.spool-directory=" + spool);
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("upload-tests-");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A person of their own for each test. */
    public Client newPerson() {
        String userId = "u1" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toLowerCase(Locale.ROOT);
        return new Client(edge, userId, stand.token(userId));
    }

    /** Somebody without a token. */
    public Client nobody() {
        return new Client(edge, "nobody0", "");
    }

    public EventProbe probe() {
        return stand.probe();
    }

    public DownstreamStub downstream() {
        return downstream;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public DatabaseClient database() {
        return bean(DatabaseClient.class);
    }

    public void sql(String sql) {
        database().sql(sql).then().block();
    }

    public long count(String sql) {
        return Objects.requireNonNull(database().sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    /** The person's space, as the service issued it. */
    public Space space(Client person) {
        return Objects.requireNonNull(database().sql("SELECT space FROM person_epoch WHERE user_id = :userId")
                .bind("userId", person.userId())
                .map(row -> new Space(Objects.requireNonNull(row.get("space", String.class))))
                .one()
                .block());
    }

    /** Names of the objects that the store really holds for the person. */
    public Set<String> objects(Client person) {
        return Objects.requireNonNull(bean(ObjectStore.class).list(Bucket.SELFIES, space(person).value() + "/")
                .map(ObjectKey::name)
                .collect(Collectors.toSet())
                .block());
    }

    public long looseObjects(Client person) {
        return count("SELECT count(*) FROM loose_object WHERE user_id = '" + person.userId() + "'");
    }

    /** Files that wait for their end. */
    public Path spool() {
        return spool;
    }
}
