using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Relations.App.Store.Embedded;

namespace Relations.App.Access.Web;

/// <summary>
/// The keys that cookies and forms are sealed with. They are kept in the database, so that every node opens what another one
/// sealed; and there under a certificate that is not in the database, so that a copy of the database signs nobody in.
/// </summary>
public static class KeyRing
{
    /// <summary>The setting with the file of the certificate and its private key (PKCS #12); without it, one made at the first start.</summary>
    public const string CertificateSetting = "Relations:KeyRing:Certificate";

    /// <summary>The setting with the password of that file.</summary>
    public const string PasswordSetting = "Relations:KeyRing:Password";

    /// <summary>The setting with the files of earlier certificates, which open older keys; separated by <c>;</c>, with the same password.</summary>
    public const string EarlierSetting = "Relations:KeyRing:Earlier";

    /// <summary>The name of the certificate made at the first start, in the data folder.</summary>
    internal const string CertificateFile = "key-ring.pfx";

    private const int KeyBits = 3072;
    private const int Years = 30;

    /// <summary>What is sealed by one node is opened by every other, wherever its program lies.</summary>
    private const string Application = "Relations";

    /// <summary>Adds the key ring.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <exception cref="UnusableSettingException">A certificate cannot be read.</exception>
    public static void AddKeyRing(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var password = builder.Configuration[PasswordSetting];
        var certificate = builder.Configuration[CertificateSetting] is { Length: > 0 } file
            ? Read(file, password)
            : ReadOwn(builder.Configuration[RelationsDatabase.DataFolderKey]);
        X509Certificate2[] earlier = [.. builder.Configuration.Several(EarlierSetting).Select(f => Read(f, password))];
        builder.Services.AddDataProtection()
            .SetApplicationName(Application)
            .ProtectKeysWithCertificate(certificate)
            .UnprotectKeysWithAnyCertificate([certificate, .. earlier]);
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = new Repository(services.GetRequiredService<IDocumentStore>())));
    }

    /// <summary>Tells the store where the keys are kept.</summary>
    /// <param name="options">The store's options.</param>
    public static void DescribeTo(StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Schema.For<KeyRingElement>().DocumentAlias("key_ring");
    }

    /// <summary>The certificate made at the first start.</summary>
    private static X509Certificate2 ReadOwn(string? dataFolder)
    {
        var folder = PrivateFolder.At(dataFolder).FullPath;
        var path = Path.Combine(folder, CertificateFile);
        if (!File.Exists(path))
            Make(folder, path);
        return Read(path, password: null);
    }

    /// <summary>Makes a certificate, in a file that this user alone can read; nothing but this application ever looks at it.</summary>
    private static void Make(string folder, string path)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=Relations key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(Years));
        var unfinished = $"{path}.{Guid.NewGuid():n}";
        try
        {
            // A folder that exists is left as it is: the one of the private server belongs to that server's user.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

            // A new file, so that no planted link is followed; and whole before it takes its name, whoever else starts now.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(unfinished, options))
                stream.Write(certificate.Export(X509ContentType.Pkcs12));
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished); // another process was first; its certificate is the one
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableSettingException($"The certificate of the key ring cannot be written to {path}; set {CertificateSetting}.", e);
        }
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate is { HasPrivateKey: true } && certificate.GetRSAPublicKey() is not null
                ? certificate
                : throw new UnusableSettingException($"{path} holds no RSA certificate with its private key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableSettingException($"The certificate of the key ring in {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Keeps the keys as documents. The library asks without waiting for answers, seldom and never within a request's turn.</summary>
    private sealed class Repository(IDocumentStore store) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () =>
        {
            await using var session = store.QuerySession();
            var elements = await session.Query<KeyRingElement>().ToListAsync();
            return (IReadOnlyCollection<XElement>)[.. elements.Select(e => XElement.Parse(e.Xml))];
        }).GetAwaiter().GetResult();

        public void StoreElement(XElement element, string friendlyName) => Task.Run(async () =>
        {
            await using var session = store.LightweightSession();
            session.Insert(new KeyRingElement(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
            await session.SaveChangesAsync();
        }).GetAwaiter().GetResult();
    }
}

/// <summary>
/// One key, or the revocation of one, as the library writes it. In the database <c>relations.mt_doc_key_ring</c>; no role but the
/// application's own has business with it.
/// </summary>
/// <param name="Id">The library's name for it.</param>
/// <param name="Xml">The element, its secret encrypted.</param>
public sealed record KeyRingElement(string Id, string Xml);
