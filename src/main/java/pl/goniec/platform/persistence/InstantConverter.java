package pl.goniec.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Points in time are {@code TIMESTAMP WITH TIME ZONE}. JPA 3.1 does not know {@link Instant}: EclipseLink would store bytes. An
 * {@link OffsetDateTime} is what both H2 and PostgreSQL take and give; a {@code java.sql.Timestamp} breaks on H2.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, OffsetDateTime> {

    /** Returns the point in time of a calculated column, a {@code MAX} for one: it comes past the converter, as each driver gives it. */
    public static Instant instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
    }

    @Override
    public OffsetDateTime convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant convertToEntityAttribute(OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
