using System.Buffers.Binary;
using System.Text;

namespace Workspace.Load;

/// <summary>Reads MessagePack value after value.</summary>
public ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>Number of bytes not read yet.</summary>
    public readonly int Rest => rest.Length;

    public int Array() => Byte() is var form && form >> 4 == 9 ? form & 15 : (int)Big(form == 0xdc ? 2 : form == 0xdd ? 4 : throw Unexpected(form));

    public bool Truth() => Byte() == 0xc3;

    public long Number() => Byte() switch
    {
        < 0x80 and var small => small,
        >= 0xe0 and var negative => (sbyte)negative,
        >= 0xcc and <= 0xcf and var form => (long)Big(1 << (form - 0xcc)),
        0xd0 => (sbyte)Big(1),
        0xd1 => (short)Big(2),
        0xd2 => (int)Big(4),
        0xd3 => (long)Big(8),
        var form => throw Unexpected(form),
    };

    /// <summary>A text, or null.</summary>
    public string? Text()
    {
        if (rest[0] == 0xc0)
        {
            rest = rest[1..];
            return null;
        }
        return Encoding.UTF8.GetString(Bytes());
    }

    /// <summary>What a text or a binary value is made of.</summary>
    public ReadOnlySpan<byte> Bytes() => Byte() switch
    {
        var form and >= 0xa0 and < 0xc0 => Take(form & 31),
        0xd9 or 0xc4 => Take((int)Big(1)),
        0xda or 0xc5 => Take((int)Big(2)),
        0xdb or 0xc6 => Take((int)Big(4)),
        var form => throw Unexpected(form),
    };

    public void Skip()
    {
        var form = rest[0];
        if (form is 0xc0 or 0xc2 or 0xc3)
            Take(1);
        else if (form is < 0x80 or >= 0xe0 or (>= 0xcc and <= 0xd3))
            Number();
        else if (form is (>= 0xa0 and < 0xc0) or (>= 0xd9 and <= 0xdb) or (>= 0xc4 and <= 0xc6))
            Bytes();
        else
        {
            var count = form >> 4 == 8 ? 2 * (Byte() & 15) : Array();
            for (var i = 0; i < count; i++)
                Skip();
        }
    }

    private byte Byte() => Take(1)[0];

    private ulong Big(int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        Take(size).CopyTo(bytes[(8 - size)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static FormatException Unexpected(byte form) => new($"MessagePack form {form:x2} was not expected.");
}
