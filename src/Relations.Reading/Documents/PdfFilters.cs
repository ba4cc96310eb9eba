using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Relations.Reading.Documents;

/// <summary>The filters of a PDF, of which none unpacks before it is known that the whole document stays within its bound.</summary>
/// <param name="most">How many bytes all streams together may unpack to.</param>
internal sealed class PdfFilters(long most) : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;
    private long _left = most;

    /// <inheritdoc />
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_filters.GetFilters(dictionary));

    /// <inheritdoc />
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_filters.GetNamedFilters(names));

    /// <inheritdoc />
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_filters.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new BoundedFilter(this, f))];

    private void Spend(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
            throw new DocumentException(DocumentProblem.UnpacksTooFar);
    }

    private sealed class BoundedFilter(PdfFilters budget, IFilter filter) : IFilter
    {
        /// <summary>The longest that LZW with codes of 12 bits can make of one byte.</summary>
        private const long MostOfLzw = 1_400;

        private const long MostOfRunLength = 64;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Spend(filter switch
            {
                FlateFilter => Inflated(input),
                LzwFilter => input.Length * MostOfLzw,
                RunLengthFilter => input.Length * MostOfRunLength,
                _ => input.Length,
            });
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>Counts what a stream unpacks to without keeping it; what is damaged counts as far as it can be read.</summary>
        private long Inflated(Memory<byte> input)
        {
            // Past the two bytes of the zlib header, whose check a lenient reader leaves out too.
            using var packed = new MemoryStream(input.ToArray(), Math.Min(2, input.Length), Math.Max(0, input.Length - 2), writable: false);
            using var inflating = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            long count = 0;
            try
            {
                for (int read; count <= budget._left && (read = inflating.Read(buffer)) > 0;)
                    count += read;
            }
            catch (InvalidDataException)
            {
                return count;
            }

            return count;
        }
    }
}
