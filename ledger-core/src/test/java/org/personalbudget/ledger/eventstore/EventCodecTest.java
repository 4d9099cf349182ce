package org.personalbudget.ledger.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.json.Malformed;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Units;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

    /** A family of events that uses everything an event can be made of. */
    public sealed interface MuseumEvent extends Event {

        UUID ID = new UUID(1, 2);

        @Override
        default StreamId stream() {
            return new StreamId("museum", ID);
        }

        record Exhibited(
                When when,
                BudgetId id,
                Money price,
                @Nullable Money reduced,
                List<Units> hours,
                Set<Category> categories,
                Map<Category, Money> prices,
                Map<PeriodId, List<Shape>> shapes,
                boolean open,
                int rooms)
                implements MuseumEvent {}

        record Renamed(When when, String newName, int visitors) implements MuseumEvent {}
    }

    /** A sealed family inside an event. */
    public sealed interface Shape {
        record Circle(long radius) implements Shape {}

        record TallBox(long width, long height) implements Shape {}
    }

    /** Once the name was called a title. */
    private static final class TitleBecameName implements Upcaster {
        @Override
        public String type() {
            return "Renamed";
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode json) {
            json.set("newName", json.remove("title"));
            return json;
        }
    }

    /** Once nobody counted visitors. */
    private static final class VisitorsAreCounted implements Upcaster {
        @Override
        public String type() {
            return "Renamed";
        }

        @Override
        public int from() {
            return 2;
        }

        @Override
        public ObjectNode upcast(ObjectNode json) {
            return json.put("visitors", 0);
        }
    }

    private static final When WHEN = new When(LocalDate.of(2025, 6, 2), new PeriodId(2025, 3));
    private static final String WHEN_JSON = "\"when\":{\"effectiveOn\":\"2025-06-02\",\"postingPeriod\":\"2025-P03\"}";
    private static final MuseumEvent.Exhibited EXHIBITED = new MuseumEvent.Exhibited(
            WHEN,
            new BudgetId(new UUID(0, 7)),
            Money.of("12.50"),
            null,
            List.of(new Units(150), new Units(25)),
            Set.of(Category.RESPITE, Category.HOME_CARE),
            Map.of(Category.TRANSPORT, Money.ofPence(-3), Category.HOME_CARE, Money.ZERO),
            Map.of(new PeriodId(2025, 4), List.of(new Shape.Circle(3), new Shape.TallBox(1, 2))),
            true,
            4);
    private static final String EXHIBITED_JSON = "{" + WHEN_JSON
            + ",\"id\":\"00000000-0000-0000-0000-000000000007\",\"price\":1250,\"hours\":[150,25],"
            + "\"categories\":[\"HOME_CARE\",\"RESPITE\"],\"prices\":{\"HOME_CARE\":0,\"TRANSPORT\":-3},"
            + "\"shapes\":{\"2025-P04\":[{\"type\":\"circle\",\"radius\":3},"
            + "{\"type\":\"tall-box\",\"width\":1,\"height\":2}]},\"open\":true,\"rooms\":4}";

    private final EventCodec codec = new EventCodec(
            new EventTypes(List.of(MuseumEvent.class), List.of(new VisitorsAreCounted(), new TitleBecameName())),
            List.of());

    @Test
    void anEventIsWrittenByItsComponents() {
        assertThat(new String(codec.encode(EXHIBITED), UTF_8)).isEqualTo(EXHIBITED_JSON);
        assertThat(codec.decode("Exhibited", 1, EXHIBITED_JSON.getBytes(UTF_8))).isEqualTo(EXHIBITED);
    }

    @Test
    void theRevisionFollowsFromTheUpcasters() {
        assertThat(codec.revision(EXHIBITED)).isEqualTo(1);
        assertThat(codec.revision(new MuseumEvent.Renamed(WHEN, "new", 1))).isEqualTo(3);
    }

    @Test
    void anOldEventIsTakenThroughEveryRevisionSince() {
        var first = "{\"title\":\"old\"," + WHEN_JSON + "}";
        var second = "{" + WHEN_JSON + ",\"newName\":\"old\"}";

        var now = new MuseumEvent.Renamed(WHEN, "old", 0);
        assertThat(codec.decode("Renamed", 1, first.getBytes(UTF_8))).isEqualTo(now);
        assertThat(codec.decode("Renamed", 2, second.getBytes(UTF_8))).isEqualTo(now);
    }

    @Test
    void aRevisionFromTheFutureIsRefused() {
        assertThatThrownBy(() -> codec.decode("Renamed", 4, new byte[0])).hasMessageContaining("newer");
    }

    @Test
    void whatWouldNotHaveBeenWrittenIsNotRead() {
        refuses(EXHIBITED_JSON.replace("\"rooms\":4", "\"rooms\":4,\"cellars\":1"));
        refuses(EXHIBITED_JSON.replace(",\"rooms\":4", ""));
        refuses(EXHIBITED_JSON.replace("\"price\":1250", "\"price\":12.5"));
        refuses(EXHIBITED_JSON.replace("\"price\":1250", "\"price\":\"1250\""));
        refuses(EXHIBITED_JSON.replace("\"price\":1250", "\"price\":null"));
        refuses(EXHIBITED_JSON.replace("circle", "square"));
        refuses(EXHIBITED_JSON.replace("RESPITE", "RESPIT"));
        refuses(EXHIBITED_JSON.replace("2025-P04", "2025-P14"));
        refuses(EXHIBITED_JSON + "{}");
    }

    private void refuses(String json) {
        assertThatThrownBy(() -> codec.decode("Exhibited", 1, json.getBytes(UTF_8)))
                .as(json)
                .isInstanceOf(Malformed.class);
    }

    @Test
    void upcastersLeaveNoRevisionOut() {
        assertThatThrownBy(() -> new EventTypes(List.of(MuseumEvent.class), List.of(new VisitorsAreCounted())))
                .hasMessageContaining("leave a revision out");
    }

    @Test
    void twoEventsNeverShareAName() {
        assertThatThrownBy(() -> new EventTypes(List.of(MuseumEvent.class, MuseumEvent.class), List.of()))
                .hasMessageContaining("two events are called");
    }
}
