package pl.goniec.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordELResolverTest {

    private final RecordELResolver resolver = new RecordELResolver();
    private final ELContext context = new NoContext();

    /** What a page would be given. */
    public record Row(String name, int unread) {}

    @Test
    void componentIsReadByItsName() {
        Object name = resolver.getValue(context, new Row("Piekarnia", 3), "name");

        assertThat(name).isEqualTo("Piekarnia");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void otherPropertiesAreLeftToOthers() {
        resolver.getValue(context, new Row("Piekarnia", 3), "bytes");
        assertThat(context.isPropertyResolved()).isFalse();

        resolver.getValue(context, "no record", "name");
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void recordIsNeverWritten() {
        Row row = new Row("Piekarnia", 3);

        assertThat(resolver.isReadOnly(context, row, "unread")).isTrue();
        assertThatThrownBy(() -> resolver.setValue(context, row, "unread", 4))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    private static final class NoContext extends ELContext {
        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }
}
