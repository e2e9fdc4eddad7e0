package io.github.dockeraudit.report.chapter;

import java.util.List;

/** The chapters in their order. */
final class Chapters {

  static final List<Chapter> ALL =
      List.of(
          new SummaryChapter(),
          new TrendChapter(),
          new DockerfilesChapter(),
          new BaseImagesChapter(),
          new CachingChapter(),
          new ComposeChapter(),
          new DevelopersChapter(),
          new PracticesChapter(),
          new SizesChapter(),
          new RecommendationsChapter(),
          new RoadmapChapter(),
          new FindingsChapter(),
          new SuppressedChapter(),
          new ScoreSheetChapter(),
          new RulesChapter());

  private Chapters() {}
}
