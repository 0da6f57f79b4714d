namespace Workspace.Web.Plans.Import.Sources;

/// <summary>How much has come out of a package, all parts together.</summary>
internal sealed class UnpackedBytes
{
    public long Total { get; set; }
}

/// <summary>Counts what comes out of one part and stops at too much, or at more than any real text is packed to.</summary>
internal sealed class UnpackingStream(Stream inner, long packed, long most, UnpackedBytes unpacked, CancellationToken cancellation) : Stream
{
    private long own;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => own; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var count = inner.Read(buffer);
        own += count;
        unpacked.Total += count;
        if (own > most || unpacked.Total > ImportLimits.UnpackedBytes || (own > ImportLimits.RatioFrom && own / Math.Max(packed, 1) > ImportLimits.UnpackedRatio))
            throw new ImportRefusedException(new("ImportUnpacksTooLarge"));
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
