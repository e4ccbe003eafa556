// expect: page-never-reaches-compute
import compute from "../../analyses/rfm/compute";
export const x = compute;
