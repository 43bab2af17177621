package io.synthforce.workflows.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The calendar of work: 9 to 17 o'clock UTC from Monday to Friday, counted in tenths of an hour from the first day on. */
final class WorkingHours {

    static final int TENTHS_A_DAY = 80;

    private static final int DAYS_A_WEEK = 5;
    private static final int MINUTES_A_TENTH = 6;
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private final LocalDate first;

    /** @param from work begins on this day, or on the Monday after it */
    WorkingHours(LocalDate from) {
        LocalDate day = from;
        while (isWeekend(day)) {
            day = day.plusDays(1);
        }
        this.first = day;
    }

    static long tenths(BigDecimal hours) {
        return hours.movePointRight(1).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** In working days, exactly: a tenth of an hour is 0.0125 days. */
    static BigDecimal days(long tenths) {
        return BigDecimal.valueOf(tenths).divide(BigDecimal.valueOf(TENTHS_A_DAY), 4, RoundingMode.UNNECESSARY);
    }

    /** The moment work begins after so much work; a full day's end is the next morning. */
    Instant beginning(long tenths) {
        return at(tenths / TENTHS_A_DAY, tenths % TENTHS_A_DAY);
    }

    /** The moment so much work is done; a full day's end is that evening. */
    Instant end(long tenths) {
        long day = (tenths - 1) / TENTHS_A_DAY;
        return at(day, tenths - day * TENTHS_A_DAY);
    }

    private Instant at(long workingDay, long tenths) {
        LocalDate day = first.plusWeeks(workingDay / DAYS_A_WEEK);
        for (long left = workingDay % DAYS_A_WEEK; left > 0; left--) {
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return day.atTime(OPENS).plusMinutes(tenths * MINUTES_A_TENTH).toInstant(ZoneOffset.UTC);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
