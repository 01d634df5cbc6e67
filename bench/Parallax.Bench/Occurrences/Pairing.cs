namespace Parallax.Bench;

/// <summary>The pairing one to one with the highest sum (Kuhn 1955, in the form with potentials and shortest paths).</summary>
internal static class Pairing
{
    /// <summary>The highest sum of <paramref name="gain"/> over pairs of a row and a column, each in one pair at most.</summary>
    public static double Best(int rows, int columns, Func<int, int, double> gain)
    {
        if (rows > columns)
            return Best(columns, rows, (a, b) => gain(b, a));
        double[] rowPotential = new double[rows + 1], columnPotential = new double[columns + 1];
        // The row of each column, both counted from 1; column 0 holds the row that is being placed.
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
            Place(row, columns, gain, rowPotential, columnPotential, rowOf);
        return Enumerable.Range(1, columns).Where(c => rowOf[c] > 0).Sum(c => gain(rowOf[c] - 1, c - 1));
    }

    private static void Place(int row, int columns, Func<int, int, double> gain, double[] rowPotential, double[] columnPotential, int[] rowOf)
    {
        double[] least = new double[columns + 1];
        int[] cameFrom = new int[columns + 1];
        bool[] used = new bool[columns + 1];
        Array.Fill(least, double.MaxValue);
        rowOf[0] = row;
        int column = 0;
        do
        {
            used[column] = true;
            int current = rowOf[column], next = 0;
            double step = double.MaxValue;
            for (int c = 1; c <= columns; c++)
            {
                if (used[c])
                    continue;
                double cost = -gain(current - 1, c - 1) - rowPotential[current] - columnPotential[c];
                if (cost < least[c])
                    (least[c], cameFrom[c]) = (cost, column);
                if (least[c] < step)
                    (step, next) = (least[c], c);
            }
            for (int c = 0; c <= columns; c++)
            {
                if (used[c])
                    (rowPotential[rowOf[c]], columnPotential[c]) = (rowPotential[rowOf[c]] + step, columnPotential[c] - step);
                else if (c > 0)
                    least[c] -= step;
            }
            column = next;
        }
        while (rowOf[column] != 0);
        while (column != 0)
        {
            rowOf[column] = rowOf[cameFrom[column]];
            column = cameFrom[column];
        }
    }
}
