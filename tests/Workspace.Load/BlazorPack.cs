using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Workspace.Load;

/// <summary>The little that a circuit's line needs of SignalR's MessagePack protocol: frames, writing, and skipping to what is read.</summary>
public static class BlazorPack
{
    public static ReadOnlyMemory<byte> Ping { get; } = Frame([0x91, 6]);

    /// <param name="id">Null where no answer is wanted.</param>
    /// <param name="target">The method.</param>
    /// <param name="arguments">Strings, whole numbers, truth values and nulls.</param>
    public static ReadOnlyMemory<byte> Invocation(string? id, string target, params ReadOnlySpan<object?> arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write<byte>([0x96, 1, 0x80]);
        Write(body, id);
        Write(body, target);
        body.Write<byte>([0xdc]);
        Big(body, arguments.Length, 2);
        foreach (var argument in arguments)
            Write(body, argument);
        body.Write<byte>([0x90]);
        return Frame(body.WrittenSpan);
    }

    /// <summary>Takes the first frame off what was received, where it is complete.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> received, out ReadOnlySpan<byte> frame)
    {
        frame = default;
        int length = 0, prefix = 0;
        do
        {
            if (prefix == received.Length)
                return false;
            length |= (received[prefix] & 0x7f) << (7 * prefix);
        }
        while (received[prefix++] >= 0x80);
        if (received.Length - prefix < length)
            return false;
        frame = received.Slice(prefix, length);
        received = received[(prefix + length)..];
        return true;
    }

    /// <summary>Everything written must be read as it was, around all borders between forms.</summary>
    /// <exception cref="LoadFailure">It is not.</exception>
    public static void CheckItself()
    {
        object?[] values =
        [
            null, true, false, 0L, 127L, 128L, 255L, 256L, 65536L, (long)uint.MaxValue + 1, -1L, -32L, -33L, long.MinValue,
            .. new[] { 0, 31, 32, 255, 256, 65535, 65536, 200_000 }.Select(length => new string('ř', length / 2) + new string('a', length % 2)),
        ];
        ReadOnlySpan<byte> received = (byte[])[.. Invocation("7", "Target", values).Span, .. Ping.Span];
        if (TryTake(ref received, out var frame) && frame.Length > 200_000 && IsRead(frame) && TryTake(ref received, out var ping) && ping.SequenceEqual(new byte[] { 0x91, 6 }) && received.IsEmpty)
            return;
        throw new LoadFailure("MessagePack is not read as it was written.");

        bool IsRead(ReadOnlySpan<byte> message)
        {
            var reader = new PackReader(message);
            if (reader.Array() != 6 || reader.Number() != 1)
                return false;
            reader.Skip();
            if (reader.Text() != "7" || reader.Text() != "Target" || reader.Array() != values.Length)
                return false;
            foreach (var value in values)
            {
                var again = reader;
                again.Skip();
                if (!Equals(value, value switch { long => reader.Number(), bool => reader.Truth(), _ => reader.Text() }) || again.Rest != reader.Rest)
                    return false;
            }
            return reader.Array() == 0 && reader.Rest == 0;
        }
    }

    private static byte[] Frame(ReadOnlySpan<byte> body)
    {
        var prefix = new List<byte>();
        for (var length = body.Length; prefix.Count == 0 || length > 0; length >>= 7)
            prefix.Add((byte)((length & 0x7f) | (length > 0x7f ? 0x80 : 0)));
        return [.. prefix, .. body];
    }

    private static void Write(ArrayBufferWriter<byte> body, object? value)
    {
        switch (value)
        {
            case null:
                body.Write<byte>([0xc0]);
                break;
            case bool truth:
                body.Write<byte>([(byte)(truth ? 0xc3 : 0xc2)]);
                break;
            case long number:
                body.Write<byte>([0xd3]);
                Big(body, number, 8);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                body.Write<byte>([0xdb]);
                Big(body, bytes.Length, 4);
                body.Write(bytes);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not written.");
        }
    }

    private static void Big(ArrayBufferWriter<byte> body, long value, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        body.Write(bytes[^size..]);
    }
}
