// expect: layer-kernel-base
import type { Entity } from "../../domain/entities";
export type X = Entity;
