using Parallax.Annotate;
using Parallax.Fuse;

namespace Parallax.Web.Brief;

/// <summary>One reading on the range of its figure. Positions are per mille of the width.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; the right edge where it is open.</param>
/// <param name="IsOpenAbove">Whether it is a lower bound.</param>
/// <param name="IsOpenBelow">Whether it is an upper bound.</param>
/// <param name="Reading">The reading.</param>
internal sealed record ReadingMark(int From, int To, bool IsOpenAbove, bool IsOpenBelow, Reading Reading);

/// <summary>Where a figure's readings lie on one scale.</summary>
internal sealed class FigureGraphic
{
    private const int Edge = 40;
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLogarithmic;

    public FigureGraphic(Figure figure)
    {
        decimal[] values = [.. figure.Readings.SelectMany(r => r.High is decimal high ? new[] { r.Low, high } : [r.Low]), .. new[] { figure.Best }.OfType<decimal>()];
        double low = (double)values.Min();
        double high = (double)values.Max();
        // Ten against three thousand would put everything but one mark on the left edge.
        _isLogarithmic = low > 0 && high / low > 20;
        double room = high > low ? 0 : Math.Max(1, Math.Abs(high) * 0.1);
        (_low, _high) = _isLogarithmic ? (Math.Log(low), Math.Log(high)) : (low - room, high + room);
        Marks = [.. figure.Readings.Select(Mark)];
        Best = figure.Best is decimal best ? At(best) : null;
        LowLabel = values.Min();
        HighLabel = values.Max();
    }

    public IReadOnlyList<ReadingMark> Marks { get; }

    public int? Best { get; }

    public decimal LowLabel { get; }

    public decimal HighLabel { get; }

    /// <summary>Whether there is a range to see: one point, however often it is said, needs no picture.</summary>
    public bool IsWorthDrawing => HighLabel > LowLabel;

    public bool IsLogarithmic => _isLogarithmic;

    public int At(decimal value)
    {
        double scaled = _isLogarithmic ? Math.Log(Math.Max((double)value, double.Epsilon)) : (double)value;
        double share = _high > _low ? (scaled - _low) / (_high - _low) : 0.5;
        return Edge + (int)Math.Round(Math.Clamp(share, 0, 1) * (1000 - 2 * Edge), MidpointRounding.AwayFromZero);
    }

    private ReadingMark Mark(Reading reading)
    {
        bool above = reading.High is null || reading.Comparator is Comparator.AtLeast or Comparator.MoreThan;
        bool below = reading.Comparator is Comparator.UpTo or Comparator.LessThan;
        int from = below ? Edge / 2 : At(reading.Low);
        int to = above ? 1000 - Edge / 2 : At(reading.High ?? reading.Low);
        return new ReadingMark(Math.Min(from, to), Math.Max(from, to), above, below, reading);
    }
}
