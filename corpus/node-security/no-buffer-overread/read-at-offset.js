export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
  }

  record(step) {
    const dataView = new DataView(this.bytes);
    const buffer = Buffer.from(this.bytes);
    const recordOffset = step * 8;
    return { id: buffer.readUInt32LE(recordOffset), flag: dataView.getUint8(0), kind: buffer[-1] };
//                                   ^^^^^^^^^^^^ missingBoundsCheck
//                                                                                    ^^^^^^^^^^ negativeBufferIndex
  }
}
