package org.novabm.contract.law;

import org.novabm.contract.world.World;
import org.novabm.node.NodePool;
import org.novabm.task.StepCatalogue;

/** The laws also hold where the ramdisk is put into a virtual drive. */
class MediaBootLawsTest implements StepLaws {

  @Override
  public StepCatalogue steps(NodePool pool, World world) {
    world.bootsFromMedia();
    return world.standardSteps(pool);
  }
}
