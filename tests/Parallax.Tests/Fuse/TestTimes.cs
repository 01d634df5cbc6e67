using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Tests.Fuse;

/// <summary>Meanings of time words for hand-built reports, so that tests of fusion do not depend on how times are found.</summary>
internal static class TestTimes
{
    /// <summary>A date given in full: "on 26 May 2023".</summary>
    public static TimeExpression On(int year, int month, int day) => new Fixed(EdtfDate.Day(new LocalDate(year, month, day)));

    /// <summary>A stretch given in full: "1998-1999", "in May 2023".</summary>
    public static TimeExpression At(EdtfDate date) => new Fixed(date);

    /// <summary>A day without its year: "on 26 May".</summary>
    public static TimeExpression On(int month, int day) => new MonthDay(month, day);

    /// <summary>"On Monday".</summary>
    public static TimeExpression On(IsoDayOfWeek day) => new Weekday(day);

    /// <summary>"Today" (0), "yesterday" (-1), "tomorrow" (1).</summary>
    public static TimeExpression FromPublication(int days) => new Offset(days, Narrative: false);

    /// <summary>"Three days later" (3), "the day before" (-1).</summary>
    public static TimeExpression FromNarrative(int days) => new Offset(days, Narrative: true);

    private sealed record Fixed(EdtfDate Date) : TimeExpression
    {
        public override bool NeedsPublication => false;

        public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction) => Date;
    }

    private sealed record MonthDay(int Month, int Day) : TimeExpression
    {
        public override bool NeedsPublication => true;

        public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
        {
            if (published is not LocalDate from)
                return null;
            LocalDate same = new(from.Year, Month, Day);
            if (direction == TimeDirection.Future)
                return EdtfDate.Day(same < from ? same.PlusYears(1) : same);
            return EdtfDate.Day(same > from ? same.PlusYears(-1) : same);
        }
    }

    private sealed record Weekday(IsoDayOfWeek Day) : TimeExpression
    {
        public override bool NeedsPublication => true;

        public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
        {
            if (published is not LocalDate from)
                return null;
            int back = ((int)from.DayOfWeek - (int)Day + 7) % 7;
            return EdtfDate.Day(direction == TimeDirection.Future ? from.PlusDays((7 - back) % 7) : from.PlusDays(-back));
        }
    }

    private sealed record Offset(int Days, bool Narrative) : TimeExpression
    {
        public override bool NeedsPublication => !Narrative;

        public override EdtfDate? Resolve(LocalDate? published, EdtfDate? narrative, TimeDirection direction)
        {
            if (!Narrative)
                return published is LocalDate from ? EdtfDate.Day(from.PlusDays(Days)) : null;
            return narrative is { Precision: DatePrecision.Day } last ? EdtfDate.Day(last.Start.PlusDays(Days)) : null;
        }
    }
}
