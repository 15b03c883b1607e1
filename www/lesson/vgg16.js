// VGG16, layer by layer: how many numbers each of its layers learns. Pure.
import { KERNEL } from './kernel.js';

/** A layer of VGG16 that learns: its name, what goes in and out, and how many numbers it learns. @typedef {{ name: string, from: number, to: number, learned: number }} Learned */

/** The channels of VGG16's Convolutions, stage by stage; a max pooling follows each stage. */
const STAGES = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]];
/** The nodes of its Affine layers; before the first, 512 channels of 7 × 7 are left of a picture of 224 × 224. */
const [AFFINE, LEFT] = [[4096, 4096, 1000], 7 * 7];

/**
 * VGG16 as it was published (Simonyan and Zisserman 2014, configuration D): 13 Convolutions, 5 poolings, 3 Affine.
 * @returns {{ stages: Learned[][], affine: Learned[], poolings: number, total: number }}
 */
export function vgg16() {
  let from = 3;
  const stages = STAGES.map((stage, s) => stage.map((to, i) => {
    const layer = { name: `Convolution ${s + 1}-${i + 1}`, from, to, learned: (from * KERNEL * KERNEL + 1) * to };
    from = to;
    return layer;
  }));
  from *= LEFT;
  const affine = AFFINE.map((to, i) => {
    const layer = { name: `Affine ${i + 1}`, from, to, learned: (from + 1) * to };
    from = to;
    return layer;
  });
  return { stages, affine, poolings: STAGES.length, total: [...stages.flat(), ...affine].reduce((sum, { learned }) => sum + learned, 0) };
}
