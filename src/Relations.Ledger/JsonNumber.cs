using System.Buffers.Text;
using System.Globalization;

namespace Relations.Ledger;

/// <summary>Numbers as ECMAScript writes them (ECMA-262, Number::toString; RFC 8785 section 3.2.2.3).</summary>
internal static class JsonNumber
{
    /// <summary>The most characters of a number, and the most digits before or behind its point.</summary>
    private const int MostDigits = 1_000;

    /// <summary>An integer of so few digits is the same in a double.</summary>
    private const int SafeDigits = 15;

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number as JSON has it.</param>
    /// <param name="to">Where to.</param>
    /// <param name="numbers">What becomes of a number too long for a double.</param>
    /// <exception cref="FormatException">It has more digits than a thousand, or is too large for a double and may not stand as text.</exception>
    public static void Write(ReadOnlySpan<byte> number, ByteText to, LongNumbers numbers)
    {
        if (number.Length <= SafeDigits && !number.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            to.Add(number);
            return;
        }

        if (number.Length > MostDigits || !Utf8Parser.TryParse(number, out double value, out var read) || read != number.Length)
            throw new FormatException("A number has too many digits.");
        Span<byte> shortest = stackalloc byte[32];
        var isFinite = double.IsFinite(value);
        if (isFinite)
            value.TryFormat(shortest, out read, "R", CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[32];
        var of = isFinite ? Decimal.Of(shortest[..read], digits) : default;
        if (numbers == LongNumbers.AsText)
        {
            Span<byte> exactDigits = stackalloc byte[MostDigits];
            var exact = Decimal.Of(number, exactDigits);
            if (!isFinite || exact.Point != of.Point || exact.IsNegative != of.IsNegative || !exact.Digits.SequenceEqual(of.Digits))
            {
                to.Add((byte)'"');
                exact.WritePlain(to);
                to.Add((byte)'"');
                return;
            }
        }

        if (!isFinite)
            throw new FormatException("A number is too large for a double.");
        of.Write(to);
    }

    /// <summary>A decimal number: its digits without zeros before and behind, with the point before the digit of that place.</summary>
    private readonly ref struct Decimal
    {
        /// <summary>The digits; none for zero.</summary>
        public ReadOnlySpan<byte> Digits { get; private init; }

        /// <summary>How many digits stand before the point; negative for zeros behind it.</summary>
        public int Point { get; private init; }

        /// <summary>Whether it is below zero.</summary>
        public bool IsNegative { get; private init; }

        /// <summary>Reads a number that JSON or .NET wrote.</summary>
        public static Decimal Of(ReadOnlySpan<byte> number, Span<byte> digits)
        {
            var isNegative = number[0] == '-';
            var (length, point, exponent, isBehind) = (0, 0, 0, false);
            for (var i = isNegative ? 1 : 0; i < number.Length; i++)
            {
                if (number[i] is (byte)'e' or (byte)'E')
                {
                    exponent = ExponentOf(number[(i + 1)..]);
                    break;
                }

                if (number[i] == '.')
                {
                    isBehind = true;
                    continue;
                }

                if (length > 0 || number[i] != '0')
                    digits[length++] = number[i];
                if (length > 0 && !isBehind)
                    point++;
                else if (length == 0 && isBehind)
                    point--;
            }

            while (length > 0 && digits[length - 1] == '0')
                length--;
            return length == 0 ? default : new() { Digits = digits[..length], Point = point + exponent, IsNegative = isNegative };
        }

        /// <summary>Writes it as ECMAScript does.</summary>
        public void Write(ByteText to)
        {
            if (Point is > -6 and <= 21 || Digits.IsEmpty)
            {
                WritePlain(to);
                return;
            }

            if (IsNegative)
                to.Add((byte)'-');
            to.Add(Digits[0]);
            if (Digits.Length > 1)
            {
                to.Add((byte)'.');
                to.Add(Digits[1..]);
            }

            to.Add(Point > 0 ? "e+"u8 : "e-"u8);
            to.Add((long)Math.Abs(Point - 1));
        }

        /// <summary>Writes it without an exponent.</summary>
        public void WritePlain(ByteText to)
        {
            if (Math.Abs(Point) > MostDigits)
                throw new FormatException("A number has too many digits.");
            if (IsNegative)
                to.Add((byte)'-');
            if (Point <= 0)
                to.Add("0"u8);
            to.Add(Digits[..Math.Clamp(Point, 0, Digits.Length)]);
            for (var i = Digits.Length; i < Point; i++)
                to.Add((byte)'0');
            if (Digits.Length <= Math.Max(Point, 0))
                return;
            to.Add((byte)'.');
            for (var i = Point; i < 0; i++)
                to.Add((byte)'0');
            to.Add(Digits[Math.Max(Point, 0)..]);
        }

        private static int ExponentOf(ReadOnlySpan<byte> exponent)
        {
            var digits = exponent[0] is (byte)'+' or (byte)'-' ? exponent[1..] : exponent;
            digits = digits.TrimStart((byte)'0');
            if (digits.Length > 5)
                throw new FormatException("A number has too many digits.");
            var value = digits.IsEmpty ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
            return exponent[0] == '-' ? -value : value;
        }
    }
}
