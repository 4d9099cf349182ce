package org.personalbudget.payments.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05300102;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400102;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200103;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.MxPain00200114;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.payments.xml.XmlShape;

/** Our shapes against the published definitions, as an independent library has generated them. */
class IsoMessageTest {

    static Stream<Arguments> everyVersionFitsItsShape() {
        return Stream.of(
                Arguments.of(IsoMessage.CAMT_053, MxCamt05300102.class),
                Arguments.of(IsoMessage.CAMT_053, MxCamt05300108.class),
                Arguments.of(IsoMessage.CAMT_054, MxCamt05400102.class),
                Arguments.of(IsoMessage.CAMT_054, MxCamt05400108.class),
                Arguments.of(IsoMessage.PAIN_002, MxPain00200103.class),
                Arguments.of(IsoMessage.PAIN_002, MxPain00200110.class),
                Arguments.of(IsoMessage.PAIN_002, MxPain00200114.class));
    }

    @ParameterizedTest
    @MethodSource
    void everyVersionFitsItsShape(IsoMessage message, Class<?> published) {
        List<String> looked = new ArrayList<>();

        look(published, "Document", message.shape(), new HashSet<>(), looked);

        assertThat(looked).hasSizeGreaterThanOrEqualTo(6);
    }

    private static void look(Class<?> type, String element, XmlShape shape, Set<Class<?>> seen, List<String> looked) {
        if (!seen.add(type)) return;
        List<Field> fields = fields(type);
        List<XmlShape.Member> ours = shape.inside(element);
        if (ours != null) {
            looked.add(element);
            assertThat(ours)
                    .as("%s as %s", element, type.getSimpleName())
                    .extracting(XmlShape.Member::name)
                    .containsSubsequence(
                            fields.stream().map(IsoMessageTest::name).toList());
            for (Field field : fields) {
                XmlShape.Member member = ours.stream()
                        .filter(each -> each.name().equals(name(field)))
                        .findFirst()
                        .orElseThrow();
                assertThat(member.repeats() || !isList(field))
                        .as("%s in %s may stand there several times", name(field), element)
                        .isTrue();
                assertThat(!member.required() || required(field))
                        .as("%s in %s need not be there", name(field), element)
                        .isTrue();
            }
        }
        for (Field field : fields) {
            Class<?> next = valueType(field);
            if (next.getPackageName().endsWith(".dic") && !next.isEnum()) {
                look(next, name(field), shape, seen, looked);
            }
        }
    }

    private static List<Field> fields(Class<?> type) {
        XmlType published = type.getAnnotation(XmlType.class);
        List<Field> fields = new ArrayList<>();
        for (String property : published.propOrder()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(property) && !Modifier.isStatic(field.getModifiers())) fields.add(field);
            }
        }
        return fields;
    }

    private static String name(Field field) {
        XmlElement element = field.getAnnotation(XmlElement.class);
        return element == null || element.name().equals("##default") ? field.getName() : element.name();
    }

    private static boolean required(Field field) {
        XmlElement element = field.getAnnotation(XmlElement.class);
        return element != null && element.required();
    }

    private static boolean isList(Field field) {
        return List.class.isAssignableFrom(field.getType());
    }

    private static Class<?> valueType(Field field) {
        if (!isList(field)) return field.getType();
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }
}
