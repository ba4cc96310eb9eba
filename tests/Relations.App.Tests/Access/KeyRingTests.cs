using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Relations.App.Tests.Access;

/// <summary>What was sealed is opened by every node, later too, and by nobody who has only the database.</summary>
public sealed class KeyRingTests : IDisposable
{
    private const string Password = "clave del certificado";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relations-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task what_was_sealed_is_opened_after_a_restart()
    {
        var database = await TestServer.NewDatabaseAsync();
        string @sealed;
        await using (var app = OwnApp.On(database, DataFolder))
            @sealed = Protector(app).Protect("abierto");
        await using (var app = OwnApp.On(database, DataFolder))
            Assert.Equal("abierto", Protector(app).Unprotect(@sealed));
    }

    [Fact]
    public async Task the_first_start_makes_a_certificate_that_its_user_alone_reads()
    {
        await using var app = OwnApp.On(await TestServer.NewDatabaseAsync(), DataFolder);
        var file = Assert.Single(folder.GetDirectories("data").Single().GetFiles());
        Assert.Equal("key-ring.pfx", file.Name);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, file.Directory!.UnixFileMode);
        }
    }

    [Fact]
    public async Task in_the_database_no_key_lies_open()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var app = OwnApp.On(database, DataFolder);
        Protector(app).Protect("abierto");
        var keys = await TextAsync(database, "select string_agg(data::text, ' ') from relations.mt_doc_key_ring");
        Assert.Contains("EncryptedData", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nodes_with_one_certificate_open_what_the_others_sealed()
    {
        var (database, file) = (await TestServer.NewDatabaseAsync(), Certificate("one.pfx"));
        await using var one = OwnApp.On(database, Given(file));
        var @sealed = Protector(one).Protect("abierto");
        await using var other = OwnApp.On(database, Given(file));
        Assert.Equal("abierto", Protector(other).Unprotect(@sealed));
        Assert.Empty(folder.GetDirectories());
    }

    [Fact]
    public async Task a_new_certificate_takes_over_while_the_earlier_one_is_named()
    {
        var (database, old, @new) = (await TestServer.NewDatabaseAsync(), Certificate("old.pfx"), Certificate("new.pfx"));
        string @sealed;
        await using (var app = OwnApp.On(database, Given(old)))
            @sealed = Protector(app).Protect("abierto");
        await using (var app = OwnApp.On(database, Given(@new)))
            Assert.Throws<CryptographicException>(() => Protector(app).Unprotect(@sealed));

        string later;
        await using (var app = OwnApp.On(database, [.. Given(@new), ("Relations:KeyRing:Earlier", old)]))
        {
            Assert.Equal("abierto", Protector(app).Unprotect(@sealed));
            app.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
            later = Protector(app).Protect("abierto");
        }

        await using (var app = OwnApp.On(database, Given(@new)))
            Assert.Equal("abierto", Protector(app).Unprotect(later));
    }

    [Theory]
    [InlineData("missing.pfx")]
    [InlineData("public.pfx")]
    public async Task a_certificate_that_cannot_be_used_is_told_without_its_password(string name)
    {
        var file = Path.Combine(folder.FullName, name);
        if (name == "public.pfx")
        {
            using var whole = X509CertificateLoader.LoadPkcs12FromFile(Certificate("whole.pfx"), Password);
            using var open = X509CertificateLoader.LoadCertificate(whole.RawData);
            await File.WriteAllBytesAsync(file, open.Export(X509ContentType.Pkcs12, Password)!);
        }

        var database = await TestServer.NewDatabaseAsync();
        var (exit, output, error) = await Cli.when_the_program_is_started.RunAsync(
            new() { ["ConnectionStrings__relations"] = database, ["Relations__KeyRing__Certificate"] = file, ["Relations__KeyRing__Password"] = Password });
        Assert.Equal(1, exit);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private (string Name, string Value) DataFolder => ("Relations:DataFolder", Path.Combine(folder.FullName, "data"));

    private (string Name, string Value)[] Given(string file) =>
        [DataFolder, ("Relations:KeyRing:Certificate", file), ("Relations:KeyRing:Password", Password)];

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }

    private static IDataProtector Protector(OwnApp app) => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("prueba");

    private static async Task<string> TextAsync(string database, string query)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
