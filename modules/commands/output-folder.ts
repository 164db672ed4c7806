/** Returns the path of CDKTF's output folder: that in `CDKTF_OUTDIR`, or else cdktf.out. */
export function outputFolder(): string {
  return process.env["CDKTF_OUTDIR"] || "cdktf.out";
}
