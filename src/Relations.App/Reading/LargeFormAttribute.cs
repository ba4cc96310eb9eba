using Microsoft.AspNetCore.Http.Metadata;

namespace Relations.App.Reading;

/// <summary>Lets the form of a page bring a file as large as a request may be; other forms are held to less.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargeFormAttribute : Attribute, IFormOptionsMetadata
{
    /// <inheritdoc />
    public bool? BufferBody => null;

    /// <inheritdoc />
    public int? MemoryBufferThreshold => null;

    /// <inheritdoc />
    public long? BufferBodyLengthLimit => Access.Web.RequestLimits.LargestBody;

    /// <inheritdoc />
    public int? ValueCountLimit => null;

    /// <inheritdoc />
    public int? KeyLengthLimit => null;

    /// <inheritdoc />
    public int? ValueLengthLimit => Access.Web.RequestLimits.LargestBody;

    /// <inheritdoc />
    public int? MultipartBoundaryLengthLimit => null;

    /// <inheritdoc />
    public int? MultipartHeadersCountLimit => null;

    /// <inheritdoc />
    public int? MultipartHeadersLengthLimit => null;

    /// <inheritdoc />
    public long? MultipartBodyLengthLimit => Access.Web.RequestLimits.LargestBody;
}
