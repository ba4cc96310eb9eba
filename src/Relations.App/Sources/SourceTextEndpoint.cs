using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Sources;
using Wolverine.Http;

namespace Relations.App.Sources;

/// <summary>Takes the text of a registered source as the document itself, so that its hash is computed here and never taken on trust.</summary>
[Microsoft.AspNetCore.Http.Tags("Sources")]
public static class SourceTextEndpoint
{
    private const string MediaType = "text/plain";

    /// <summary>
    /// Supplies the text of a source of which only the particulars were registered: the document's bytes, in UTF-8, at most
    /// <see cref="SourceDocument.MostBytes"/>. Done once, because citations count in it.
    /// </summary>
    /// <param name="id">The source.</param>
    /// <param name="http">The request.</param>
    /// <param name="recorder">The way into the record.</param>
    [WolverinePost("/api/sources/{id}/text", OperationId = nameof(ProvideSourceText))]
    [Consumes(MediaType)]
    public static async Task<IResult> Provide(Guid id, HttpContext http, HttpRecorder recorder)
    {
        if (!IsPlainUtf8(http.Request.ContentType))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType);
        if (await http.Request.Body.ReadAtMostAsync(SourceDocument.MostBytes, http.RequestAborted) is not { } bytes)
            return Problems.Of(StatusCodes.Status413PayloadTooLarge);
        return SourceDocument.Read(bytes) is { } document
            ? await recorder.AddAsync(http, id, new ProvideSourceText(document.Text, document.Sha256))
            : Problems.NotUtf8();
    }

    /// <summary>Without a charset the bytes tell: they are read as UTF-8 and refused where they are not.</summary>
    private static bool IsPlainUtf8(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));
}
