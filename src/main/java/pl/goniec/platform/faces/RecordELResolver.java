package pl.goniec.platform.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages write {@code #{row.name}} for a record. EL 5 knows only {@code #{row.name()}}; Jakarta EE 11 brings a resolver of its
 * own, and this class goes. Other properties of a record ({@code getUnread()}) are left to the resolver for beans.
 */
public class RecordELResolver extends ELResolver {

    private static final ClassValue<Map<String, MethodHandle>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, RecordELResolver::accessor));
        }
    };

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup().unreflect(component.getAccessor());
        } catch (IllegalAccessException e) {
            throw new ELException(component.getDeclaringRecord() + " must be public to be read by a page", e);
        }
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return resolve(context, base, property, accessor -> {
            try {
                return accessor.invoke(base);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new ELException(e);
            }
        });
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        // null: read-only
        return resolve(context, base, property, accessor -> null);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        resolve(context, base, property, accessor -> {
            throw new PropertyNotWritableException(base.getClass().getName() + "." + property + " is a record's");
        });
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return Boolean.TRUE.equals(resolve(context, base, property, accessor -> Boolean.TRUE));
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static <T> T resolve(ELContext context, Object base, Object property, Function<MethodHandle, T> action) {
        if (base instanceof Record && property != null) {
            MethodHandle accessor = ACCESSORS.get(base.getClass()).get(property.toString());
            if (accessor != null) {
                context.setPropertyResolved(base, property);
                return action.apply(accessor);
            }
        }
        return null;
    }
}
