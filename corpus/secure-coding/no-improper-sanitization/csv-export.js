function exportRows(rows, stream) {
  for (const row of rows) {
    stream.write(row.map((cell) => `"${cell}"`).join(';') + '\r\n');
//                                                   ^^^ unsafeReplaceSanitization
  }
  stream.write('total;' + rows.length);
//             ^^^^^^^^ unsafeReplaceSanitization
  stream.end();
}

class Report {
  write(data) {
    return doubleEscapeQuotes(data) ?? unescapeAll(data) ?? cleanUp(data);
//         ^^^^^^^^^^^^^^^^^^^^^^^^ dangerousSanitizerUsage
//                                                          ^^^^^^^^^^^^^ dangerousSanitizerUsage
  }
}
