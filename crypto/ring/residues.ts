/** Arithmetic on residues mod 2^64, from the kernels: what code above `crypto` uses of them. */
export { addResidues, dotFixedColumns, subtractResidues } from '@coscore/kernels';
