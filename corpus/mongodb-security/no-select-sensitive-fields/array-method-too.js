export function primary(addresses) {
  const address = addresses.find((candidate) => candidate.primary);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ selectSensitiveFields
  return address ?? addresses[0];
}
